// Two ordered sets, one falling and one rising, all output at the end
#include <bits/stdc++.h>

typedef long long ll;

std::map<std::string, ll> score;
std::set<std::tuple<ll, std::string>> rising, falling;

void forget(std::string name) {
    auto it = score.find(name);
    if (it == score.end()) return;
    rising.erase(std::make_tuple(it->second, name));
    falling.erase(std::make_tuple(-it->second, name));
    score.erase(it);
}

int main() {
    std::ostringstream out;
    std::string word, name;
    ll n;
    while (std::cin >> word) {
        switch (word[0]) {
            case 's':
                std::cin >> name >> n;
                forget(name);
                score.insert({name, n});
                rising.emplace(n, name);
                falling.emplace(-n, name);
                break;
            case 'd':
                std::cin >> name;
                forget(name);
                break;
            case 'p':
                std::cin >> n;
                while (rising.size() && std::get<0>(*rising.begin()) < n) forget(std::get<1>(*rising.begin()));
                break;
            case 't': {
                std::cin >> n;
                if (falling.empty()) out << "none";
                for (auto& [minus, who] : falling) {
                    if (n-- <= 0) break;
                    out << who << " ";
                }
                out << "\n";
                break;
            }
            default: {
                std::cin >> n;
                auto it = rising.lower_bound({n, std::string()});
                out << (it == rising.end() ? std::string("none") : std::get<1>(*it)) << "\n";
            }
        }
    }
    std::cout << out.str();
    return EXIT_SUCCESS;
}
