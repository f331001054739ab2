// Work on many small things by several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace thidua {

inline constexpr std::size_t chunk = 24;  // things a thread takes at a time

// How many threads are worth it; `wanted` 0: as many as the machine has.
[[nodiscard]] inline unsigned thread_count(unsigned wanted,
                                           std::size_t things) {
  const std::size_t most = things / chunk + 1;
  const unsigned have = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(
      std::min<std::size_t>(wanted == 0 ? have : wanted, most));
}

// Calls `work(thread)` on each of so many threads, this one among them.
template <class Work>
void on_threads(unsigned threads, const Work& work) {
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) {
    others.emplace_back(work, thread);
  }
  work(0U);
  for (std::thread& other : others) {
    other.join();
  }
}

// A heap of so many things that several threads take from.
class Chunks {
 public:
  explicit Chunks(std::size_t count, std::size_t at_a_time = chunk)
      : count_(count), at_a_time_(at_a_time) {}

  // Calls `work(from, to)` until nothing is left.
  template <class Work>
  void take(const Work& work) {
    for (std::size_t from = next_.fetch_add(at_a_time_); from < count_;
         from = next_.fetch_add(at_a_time_)) {
      work(from, std::min(from + at_a_time_, count_));
    }
  }

 private:
  std::size_t count_;
  std::size_t at_a_time_;
  std::atomic<std::size_t> next_{0};
};

}  // namespace thidua
