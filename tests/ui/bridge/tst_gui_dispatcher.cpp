#include "ui/bridge/gui_dispatcher.h"

#include <QtTest/QTest>

#include <thread>

using namespace agon::ui;

class TestGuiDispatcher : public QObject {
    Q_OBJECT

  private slots:
    void callsArriveLaterAndInOrderOnTheGuiThread();
    void callsAreDroppedOnceTheReceiverIsGone();
    void receiverMayDieWhileAWorkerPosts();
};

void TestGuiDispatcher::callsArriveLaterAndInOrderOnTheGuiThread() {
    QObject receiver;
    GuiDispatcher dispatcher(&receiver);
    QList<int> order;
    bool onGuiThread = true;
    std::thread worker([&] {
        for (int i = 0; i < 100; ++i)
            dispatcher.post([&, i] {
                order.append(i);
                onGuiThread = onGuiThread && QThread::currentThread() == receiver.thread();
            });
    });
    worker.join();
    QVERIFY(order.isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(order.size(), 100);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(onGuiThread);
}

void TestGuiDispatcher::callsAreDroppedOnceTheReceiverIsGone() {
    auto receiver = std::make_unique<QObject>();
    GuiDispatcher dispatcher(receiver.get());
    int ran = 0;
    dispatcher.post([&] { ++ran; });
    receiver.reset();
    dispatcher.post([&] { ++ran; });
    QCoreApplication::processEvents();
    QCOMPARE(ran, 0);
}

void TestGuiDispatcher::receiverMayDieWhileAWorkerPosts() {
    for (int round = 0; round < 50; ++round) {
        auto receiver = std::make_unique<QObject>();
        const QObject* const address = receiver.get();
        bool alive = true;
        GuiDispatcher dispatcher(receiver.get());
        std::atomic<bool> begun = false;
        std::thread worker([&] {
            for (int i = 0; i < 200; ++i) {
                dispatcher.post([&] {
                    QVERIFY(alive);
                    QVERIFY(address != nullptr);
                });
                begun = true;
            }
        });
        while (!begun)
            std::this_thread::yield();
        QCoreApplication::processEvents();
        receiver.reset();
        alive = false;
        worker.join();
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(TestGuiDispatcher)
#include "tst_gui_dispatcher.moc"
