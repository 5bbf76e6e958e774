// Starts agonctl and keeps what it said.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QStringList>

struct Said {
    int exit = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

// Waits until it has ended.
Said agonctl(const QStringList& arguments);
