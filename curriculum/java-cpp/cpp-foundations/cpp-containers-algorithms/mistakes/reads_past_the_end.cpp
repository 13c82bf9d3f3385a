// Reads past the end
// The search for a score that nobody reaches comes back with the place behind the last element, and the program reads a name there. What it prints is
// chance: an empty line, an old name, or nothing at all. A search has two outcomes; ask which one it was before you look.
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

std::unordered_map<std::string, long long> scores;
std::set<std::pair<long long, std::string>> order, rising;

void drop(const std::string& name) {
    auto known = scores.find(name);
    if (known == scores.end()) return;
    order.erase({-known->second, name});
    rising.erase({known->second, name});
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
    auto first = rising.lower_bound({score, ""});
    std::cout << (rising.empty() ? "none" : first->second) << '\n';
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
            rising.insert({number, name});
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
