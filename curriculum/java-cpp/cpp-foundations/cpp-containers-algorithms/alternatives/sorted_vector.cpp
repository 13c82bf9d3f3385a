// One sorted vector, searched by halving; insertion moves memory and is quick enough here
#include <algorithm>
#include <iostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Entry = std::pair<long long, std::string>;

int main() {
    std::ios_base::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::vector<Entry> all;  // by score, then name
    std::unordered_map<std::string, long long> score;
    auto place = [&](long long s, const std::string& name) { return std::ranges::lower_bound(all, Entry(s, name)); };
    for (std::string command, name; std::cin >> command;) {
        long long n = 0;
        if (command == "set" || command == "drop") {
            std::cin >> name;
            if (score.contains(name)) {
                all.erase(place(score[name], name));
                score.erase(name);
            }
            if (command == "set") {
                std::cin >> n;
                all.insert(place(n, name), {n, name});
                score[name] = n;
            }
            continue;
        }
        std::cin >> n;
        if (command == "purge") {
            auto end = place(n, "");
            for (auto it = all.begin(); it != end; ++it) score.erase(it->second);
            all.erase(all.begin(), end);
        } else if (command == "top") {
            auto end = all.end();
            bool first = true;
            while (end != all.begin() && n > 0) {
                auto begin = place(std::prev(end)->first, "");
                for (auto it = begin; it != end && n > 0; ++it, --n) {
                    std::cout << (first ? "" : " ") << it->second;
                    first = false;
                }
                end = begin;
            }
            std::cout << (first ? "none\n" : "\n");
        } else {
            auto it = place(n, "");
            std::cout << (it == all.end() ? "none" : it->second) << "\n";
        }
    }
}
