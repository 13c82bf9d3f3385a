#include <iostream>
#include <vector>
int main() {
    long long sum = 0, x;
    std::vector<long long> all;
    while (std::cin >> x) all.push_back(x);
    for (std::size_t i = 0; i <= all.size(); ++i) sum += all[i]; sum = 0; for (long long y : all) sum += y;
    std::cout << sum << "\n";
}
