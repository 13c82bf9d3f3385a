// Purges one container and forgets the other
// The ordered container loses everybody below the limit, and the one by name still knows them. It goes unnoticed until somebody who was taken away gets the very score of before: "nothing new", says the second
// container, and he stays away. Two containers with the same facts have to change together.
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

std::unordered_map<std::string, long long> scores;
std::set<std::pair<long long, std::string>> order;

void drop(const std::string& name) {
    if (auto known = scores.extract(name)) order.erase({-known.mapped(), name});
}

void purge(long long score) {
    order.erase(order.lower_bound({-score + 1, ""}), order.end());
}

void top(long long k) {
    if (order.empty()) std::cout << "none";
    for (auto it = order.begin(); it != order.end() && k > 0; ++it, --k) std::cout << it->second << ' ';
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
    std::string command, name;
    long long number;
    while (std::cin >> command) {
        if (command == "set") {
            std::cin >> name >> number;
            auto known = scores.find(name);
            if (known != scores.end() && known->second == number) continue;
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
