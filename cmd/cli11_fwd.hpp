// The names of CLI11 that headers need, without CLI11.
#pragma once

// NOLINTNEXTLINE(readability-identifier-naming): theirs
namespace CLI {
class App;
class Option;
class ParseError;
}  // namespace CLI
