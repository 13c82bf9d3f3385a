#include <iostream>
#include <vector>
int main() {
    long long sum = 0, x;
    std::vector<long long> all;
    while (std::cin >> x) all.push_back(x);
    for (int i = 1; i < (int)all.size(); ++i) sum += all[i];
    std::cout << sum << "\n";
}
