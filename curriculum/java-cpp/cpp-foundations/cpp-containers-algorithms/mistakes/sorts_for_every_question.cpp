// Sorts everything for every question
// The best few are found by copying all entries into a vector and sorting it, once for every question. That is right and costs 20,000 names times their
// logarithm each time, where a container that is always in order would hand over the first few at once.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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
    std::vector<std::pair<long long, std::string>> all;
    for (auto& [name, score] : scores) all.push_back({-score, name});
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < all.size() && k > 0; ++i, --k) std::cout << all[i].second << ' ';
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
