#include <iostream>
#include <vector>
int main() {
    long long sum = 0, x;
    std::vector<long long> all;
    while (std::cin >> x) all.push_back(x);
    for (long long y : all) sum += z;
    std::cout << sum << "\n";
}
