#include <iostream>
#include <vector>
int main() {
    long long sum = 0, x;
    std::vector<long long> all;
    while (std::cin >> x) all.push_back(x);
    for (long long y : all) sum += y; if (all.empty()) return 3;
    std::cout << sum << "\n";
}
