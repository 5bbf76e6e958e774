// The fake server's files and batches behave as OpenAI's documents say.
#include "core/llm/http.h"
#include "tests/support/fake_llm.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <future>
#include <set>

using namespace agon;

namespace {

using Json = nlohmann::json;

Json ask(HttpClient& client, const std::string& url, const std::string& body = {},
         const std::string& contentType = "application/json") {
    HttpRequest request;
    request.url = url;
    request.headers = {{"Content-Type", contentType}};
    request.post = !body.empty();
    request.body = body;
    auto promise = std::make_shared<std::promise<HttpOutcome>>();
    client.send(std::move(request),
                [promise](HttpOutcome outcome) { promise->set_value(std::move(outcome)); });
    HttpOutcome outcome = promise->get_future().get();
    if (!outcome)
        return {{"failed", outcome.error().message}};
    Json out = Json::parse(outcome->body, nullptr, false);
    return out.is_discarded() ? Json(outcome->body) : out; // lines of JSON
}

std::vector<Json> linesOf(const Json& content) {
    std::vector<Json> out;
    std::string text = content.is_string() ? content.get<std::string>() : content.dump();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at)
            out.push_back(Json::parse(text.substr(at, end - at)));
        at = end + 1;
    }
    return out;
}

std::string inputOf(int lines) {
    std::string out;
    for (int i = 0; i < lines; ++i)
        out += R"({"custom_id":"r)" + std::to_string(i) +
               R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"fighter-1000",)"
               R"("messages":[{"role":"user","content":"question )" +
               std::to_string(i) +
               R"("}]}})"
               "\n";
    return out;
}

} // namespace

class TestFakeBatches : public QObject {
    Q_OBJECT

  private:
    HttpClient m_client;

    Json upload(const FakeLlm& server, const std::string& bytes) {
        const std::string form =
            "--XX\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n"
            "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"in.jsonl\"\r\n"
            "Content-Type: application/jsonl\r\n\r\n" +
            bytes + "\r\n--XX--\r\n";
        return ask(m_client, server.baseUrl() + "/files", form, "multipart/form-data; boundary=XX");
    }
    Json create(const FakeLlm& server, const std::string& bytes) {
        const Json file = upload(server, bytes);
        return ask(m_client, server.baseUrl() + "/batches",
                   Json{{"input_file_id", file["id"]},
                        {"endpoint", "/v1/chat/completions"},
                        {"completion_window", "24h"},
                        {"metadata", {{"job", "7"}}}}
                       .dump());
    }
    Json poll(const FakeLlm& server, const Json& batch) {
        return ask(m_client, server.baseUrl() + "/batches/" + batch.at("id").get<std::string>());
    }
    Json untilEnded(const FakeLlm& server, const Json& batch) {
        static const std::set<std::string> ended{"completed", "failed", "expired", "cancelled"};
        Json now = poll(server, batch);
        for (int i = 0; i < 10 && !ended.contains(now["status"].get<std::string>()); ++i)
            now = poll(server, batch);
        return now;
    }
    std::vector<Json> content(const FakeLlm& server, const Json& id) {
        if (id.is_null())
            return {};
        return linesOf(
            ask(m_client, server.baseUrl() + "/files/" + id.get<std::string>() + "/content"));
    }

  private slots:
    void aBatchGoesThroughItsStates() {
        const FakeLlm server;
        const Json batch = create(server, inputOf(20));
        QCOMPARE(batch["status"].dump(), Json("validating").dump());
        QCOMPARE(batch["metadata"]["job"].dump(), Json("7").dump());
        std::vector<std::string> states;
        Json now;
        for (int i = 0; i < 4; ++i) {
            now = poll(server, batch);
            states.push_back(now["status"]);
        }
        QCOMPARE(states, (std::vector<std::string>{"validating", "in_progress", "finalizing",
                                                   "completed"}));
        QCOMPARE(now["request_counts"].dump(),
                 Json({{"total", 20}, {"completed", 20}, {"failed", 0}}).dump());
        QVERIFY(now["error_file_id"].is_null());
        const auto lines = content(server, now["output_file_id"]);
        QCOMPARE(lines.size(), std::size_t{20});
        std::vector<std::string> ids;
        for (const Json& line : lines) {
            ids.push_back(line["custom_id"]);
            QCOMPARE(line["response"]["status_code"].dump(), Json(200).dump());
            QVERIFY(!line["response"]["body"]["choices"][0]["message"]["content"]
                         .get<std::string>()
                         .empty());
        }
        QCOMPARE(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
        QVERIFY(!std::is_sorted(ids.begin(), ids.end(), [](const auto& a, const auto& b) {
            return std::stoi(a.substr(1)) < std::stoi(b.substr(1));
        }));
        QCOMPARE(server.stats().batchLines, std::int64_t{20});
        QCOMPARE(server.stats().answered, std::int64_t{0});
    }
    void someLinesFail() {
        const FakeLlm server(
            {}, R"({"rules":[{"contains":"question 1","fault":"batch_line","status":429}]})");
        const Json now = untilEnded(server, create(server, inputOf(5)));
        QCOMPARE(now["status"].dump(), Json("completed").dump());
        QCOMPARE(content(server, now["output_file_id"]).size(), std::size_t{4});
        const auto errors = content(server, now["error_file_id"]);
        QCOMPARE(errors.size(), std::size_t{1});
        QCOMPARE(errors[0]["custom_id"].dump(), Json("r1").dump());
        QCOMPARE(errors[0]["response"]["status_code"].dump(), Json(429).dump());
    }
    void aBatchExpiresHalfDone() {
        const FakeLlm server({}, R"({"rules":[{"path":"/v1/batches","fault":"batch_expired"}]})");
        const Json now = untilEnded(server, create(server, inputOf(6)));
        QCOMPARE(now["status"].dump(), Json("expired").dump());
        QCOMPARE(content(server, now["output_file_id"]).size(), std::size_t{3});
        for (const Json& line : content(server, now["error_file_id"]))
            QCOMPARE(line["error"]["code"].dump(), Json("batch_expired").dump());
    }
    void aBatchIsCancelled() {
        const FakeLlm server;
        const Json batch = create(server, inputOf(4));
        (void)poll(server, batch);
        const Json said =
            ask(m_client,
                server.baseUrl() + "/batches/" + batch["id"].get<std::string>() + "/cancel", "{}");
        QCOMPARE(said["status"].dump(), Json("cancelling").dump());
        QCOMPARE(untilEnded(server, batch)["status"].dump(), Json("cancelled").dump());
    }
    void whatCannotBeDoneIsRefused() {
        const FakeLlm server;
        const Json failed = untilEnded(server, create(server, "{\"custom_id\":\"a\"}\n"));
        QCOMPARE(failed["status"].dump(), Json("failed").dump());
        QVERIFY(!failed["errors"]["data"].empty());
        QVERIFY(ask(m_client, server.baseUrl() + "/batches/batch_9").contains("error"));
        QVERIFY(ask(m_client, server.baseUrl() + "/files/file-9/content").contains("error"));
        QVERIFY(ask(m_client, server.baseUrl() + "/files", "nothing").contains("error"));
    }
    void batchesAreListedLatestFirst() {
        const FakeLlm server;
        const Json first = create(server, inputOf(1));
        const Json second = create(server, inputOf(1));
        const Json list = ask(m_client, server.baseUrl() + "/batches");
        QCOMPARE(list["data"].size(), std::size_t{2});
        QCOMPARE(list["data"][0]["id"].dump(), second["id"].dump());
    }
};

QTEST_GUILESS_MAIN(TestFakeBatches)
#include "tst_fake_batches.moc"
