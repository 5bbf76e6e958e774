// Test macros that print the error of a Result instead of only "false".
#pragma once

#include "core/base/result.h"

#include <QTest>

#include <string>

// Fails the test function with the error's text.
#define VERIFY_OK(result)                                                                          \
    do {                                                                                           \
        const auto& verifyOk = (result);                                                           \
        QVERIFY2(verifyOk.has_value(), verifyOk ? "" : verifyOk.error().text().c_str());           \
    } while (false)

// The value of a Result that must be there; aborts the test program with the error otherwise, since
// QVERIFY inside a function with a value cannot end the test.
template <class T>
T valueOf(agon::Result<T> result) {
    if (!result)
        qFatal("%s", result.error().text().c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}
