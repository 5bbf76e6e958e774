// Finds where a JSON value ends, byte by byte and over any chunk boundary, without keeping it.
//
// It checks the structure (brackets, commas, colons, quotes), so that a lost or added quote shows
// within a few bytes instead of turning the rest of the file inside out. It does not check numbers,
// words, escapes or UTF-8: the parser of the record does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace agon::exchange {

class JsonScanner {
  public:
    enum class Step { More, Done, Damaged };

    // The next byte given to scan() begins a value.
    void start();
    // Moves `at` on. Done: at is one past the value. Damaged: at is the byte that cannot be there.
    // More: all bytes were used; go on with the next chunk.
    Step scan(const char*& at, const char* end);
    // Why, after Damaged; for a person.
    [[nodiscard]] const char* problem() const { return m_problem; }
    // How many bytes before the damage the last string began: a quote that is missing makes one
    // that swallows what follows.
    [[nodiscard]] std::size_t sinceString() const {
        return m_stringBegin == 0 ? 0 : m_scanned - m_stringBegin;
    }

  private:
    enum class State : std::uint8_t {
        Value,
        ValueOrEnd, // after [
        KeyOrEnd,   // after {
        Key,        // after a comma in an object
        Colon,
        CommaOrEnd,
        String,
        Escape,
        Scalar,
    };
    Step damaged(const char* problem) {
        m_problem = problem;
        return Step::Damaged;
    }
    Step scanAny(const char*& at, const char* end);
    bool open(char bracket);
    Step structural(char byte);
    void valueEnded() { m_state = State::CommaOrEnd; }

    State m_state = State::Value;
    bool m_keyString = false;
    std::size_t m_scanned = 0; // bytes since start()
    std::size_t m_stringBegin = 0;
    std::string m_open; // brackets that are open
    const char* m_problem = "";
};

} // namespace agon::exchange
