// Both dialects: requests byte for byte, replies as servers send them and as they should not.
#include "core/llm/dialect.h"
#include "core/text/marks.h"
#include "tests/support/result_check.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <limits>

using namespace agon;

namespace {

ProviderProfile openAi() {
    ProviderProfile out;
    out.id = "test";
    out.maxTokensField = "max_tokens";
    out.reasoningFields = {"reasoning_content", "reasoning"};
    return out;
}

ProviderProfile anthropic() {
    ProviderProfile out;
    out.id = "anthropic";
    out.dialect = Dialect::Anthropic;
    out.maxTokensField = "max_tokens";
    out.structured = StructuredOutput::OutputConfig;
    out.seed = false;
    return out;
}

std::string encoded(const ProviderProfile& profile, const ChatRequest& request) {
    Endpoint endpoint;
    endpoint.profile = std::make_shared<const ProviderProfile>(profile);
    endpoint.apiModel = "m";
    return valueOf(encodeChat(endpoint, request));
}

ChatRequest question() {
    ChatRequest out;
    out.messages = {{ChatRole::System, "Be brief."}, {ChatRole::User, "Why?"}};
    out.sampling.maxTokens = 5;
    return out;
}

ChatRequest everything() {
    ChatRequest out = question();
    out.messages.push_back({ChatRole::Assistant, "Because."});
    out.sampling.temperature = 0.5;
    out.sampling.topP = 0.9;
    out.sampling.seed = 7;
    out.sampling.stop = {"END"};
    out.schemaName = "verdict";
    out.schema = R"({"type":"object","b":1,"a":2})";
    out.stream = true;
    return out;
}

// A chat completion around a message and a finish reason.
std::string completion(const std::string& message, const std::string& reason = R"("stop")") {
    return R"({"model":"m-1","system_fingerprint":"fp","choices":[{"index":0,"message":)" +
           message + R"(,"finish_reason":)" + reason + "}]}";
}

Result<ChatReply> streamed(const ProviderProfile& profile, const std::vector<SseEvent>& events,
                           std::string* pieces = nullptr) {
    StreamedReply reply(profile);
    for (const SseEvent& event : events) {
        const std::string piece = TRY(reply.add(event));
        if (pieces != nullptr)
            *pieces += piece;
    }
    return std::move(reply).finish();
}

SseEvent chunk(const std::string& delta, const std::string& reason = "null") {
    return {"", R"({"model":"m-1","choices":[{"index":0,"delta":)" + delta +
                    R"(,"finish_reason":)" + reason + "}]}"};
}

bool says(const Error& error, std::string_view text) {
    return error.message.find(text) != std::string::npos;
}

} // namespace

class TestDialect : public QObject {
    Q_OBJECT

  private slots:
    void urls() {
        QCOMPARE(joinUrl("http://h/v1", "/chat"), std::string("http://h/v1/chat"));
        QCOMPARE(joinUrl("http://h/v1/", "chat"), std::string("http://h/v1/chat"));
        QCOMPARE(joinUrl("http://h/v1//", "//chat"), std::string("http://h/v1/chat"));
    }

    void headers() {
        const HttpHeader json{"Content-Type", "application/json"};
        QVERIFY(requestHeaders(openAi(), false).front() == json);
        QCOMPARE(findHeader(requestHeaders(openAi(), true), "accept"),
                 std::string_view("text/event-stream"));
        QCOMPARE(findHeader(requestHeaders(openAi(), false), "anthropic-version"),
                 std::string_view());
        QCOMPARE(findHeader(requestHeaders(anthropic(), false), "anthropic-version"),
                 std::string_view("2023-06-01"));
    }
    void keys() {
        QVERIFY((valueOf(authorizationHeader(openAi(), "k-1")) ==
                 HttpHeader{"Authorization", "Bearer k-1"}));
        QVERIFY(
            (valueOf(authorizationHeader(anthropic(), "k-1")) == HttpHeader{"x-api-key", "k-1"}));
        for (const char* bad : {"", "k-1\nHost: other", "k-1\r", "k 1", "k-1\xC3\xA9"}) {
            const auto header = authorizationHeader(openAi(), bad);
            QVERIFY2(!header, bad);
            QVERIFY2(!says(header.error(), "k-1"), bad);
        }
    }

    void encodesOpenAi() {
        QCOMPARE(encoded(openAi(), question()),
                 std::string(R"({"model":"m","messages":[{"role":"system","content":"Be brief."},)"
                             R"({"role":"user","content":"Why?"}],"max_tokens":5})"));
        const auto json = nlohmann::json::parse(encoded(openAi(), everything()));
        QCOMPARE(json["messages"][2]["role"].get<std::string>(), std::string("assistant"));
        QCOMPARE(json["temperature"].get<double>(), 0.5);
        QCOMPARE(json["top_p"].get<double>(), 0.9);
        QCOMPARE(json["seed"].get<int>(), 7);
        QCOMPARE(json["stop"].dump(), std::string(R"(["END"])"));
        QCOMPARE(json["stream"].get<bool>(), true);
        QCOMPARE(json["stream_options"].dump(), std::string(R"({"include_usage":true})"));
        // The order of a schema's keys is the order of the answer's.
        QVERIFY(encoded(openAi(), everything())
                    .find(R"("response_format":{"type":"json_schema","json_schema":)"
                          R"({"name":"verdict","strict":true,"schema":)"
                          R"({"type":"object","b":1,"a":2}}})") != std::string::npos);
    }
    // What llama-cpp-python takes.
    void encodesASchemaAsAJsonObject() {
        ProviderProfile profile = openAi();
        profile.structured = StructuredOutput::JsonObject;
        QVERIFY(encoded(profile, everything())
                    .find(R"("response_format":{"type":"json_object","schema":)"
                          R"({"type":"object","b":1,"a":2}})") != std::string::npos);
    }
    void leavesOutWhatAServerDoesNotKnow() {
        ProviderProfile profile = openAi();
        profile.maxTokensField = "max_completion_tokens";
        profile.structured = StructuredOutput::None;
        profile.systemRole = false;
        profile.seed = false;
        profile.streamUsage = false;
        ChatRequest request = everything();
        request.sampling.temperature = std::numeric_limits<double>::quiet_NaN();
        const auto json = nlohmann::json::parse(encoded(profile, request));
        QCOMPARE(json["max_completion_tokens"].get<int>(), 5);
        for (const char* absent :
             {"max_tokens", "response_format", "seed", "stream_options", "temperature"})
            QVERIFY2(!json.contains(absent), absent);
        QCOMPARE(json["messages"].size(), std::size_t{2});
        QCOMPARE(json["messages"][0].dump(),
                 std::string(R"({"content":"Be brief.\n\nWhy?","role":"user"})"));
    }
    void encodesAnthropic() {
        QCOMPARE(encoded(anthropic(), question()),
                 std::string(R"({"model":"m","max_tokens":5,"system":"Be brief.","messages":)"
                             R"([{"role":"user","content":"Why?"}]})"));
        const auto json = nlohmann::json::parse(encoded(anthropic(), everything()));
        QCOMPARE(json["stop_sequences"].dump(), std::string(R"(["END"])"));
        QCOMPARE(json["stream"].get<bool>(), true);
        QCOMPARE(json["output_config"]["format"]["type"].get<std::string>(),
                 std::string("json_schema"));
        QCOMPARE(json["output_config"]["format"]["schema"]["b"].get<int>(), 1);
        for (const char* absent : {"seed", "stop", "stream_options", "response_format"})
            QVERIFY2(!json.contains(absent), absent);
    }
    void refusesBrokenSchemas() {
        Endpoint endpoint;
        for (const ProviderProfile& profile : {openAi(), anthropic()})
            for (const std::string& schema :
                 {std::string("{"), std::string("[1]"), std::string("{\"a\":NaN}"),
                  std::string(100'000, '[')}) {
                endpoint.profile = std::make_shared<const ProviderProfile>(profile);
                ChatRequest request = question();
                request.schema = schema;
                QCOMPARE(encodeChat(endpoint, request).error().code, ErrorCode::InvalidInput);
            }
    }

    void decodesOpenAi() {
        const auto reply = valueOf(decodeChat(
            openAi(),
            R"({"model":"m-1","system_fingerprint":"fp","choices":[{"message":{"content":"Hi",)"
            R"("reasoning_content":"hm","refusal":null},"finish_reason":"length"}],"usage":)"
            R"({"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":)"
            R"({"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":2}}})"));
        QCOMPARE(reply.text, std::string("Hi"));
        QCOMPARE(reply.reasoning, std::string("hm"));
        QCOMPARE(reply.finish, Finish::Length);
        QVERIFY((reply.usage == Usage{9, 4, 3, 2}));
        QCOMPARE(reply.servedModel, std::string("m-1"));
        QCOMPARE(reply.fingerprint, std::string("fp"));
        QCOMPARE(reply.marks, 0U);
    }
    void decodesAnthropic() {
        const auto reply = valueOf(decodeChat(
            anthropic(),
            R"({"type":"message","model":"c-1","content":[{"type":"thinking","thinking":"hm"},)"
            R"({"type":"text","text":"H"},{"type":"text","text":"i"}],"stop_reason":"max_tokens",)"
            R"("usage":{"input_tokens":5,"cache_read_input_tokens":3,)"
            R"("cache_creation_input_tokens":2,"output_tokens":4}})"));
        QCOMPARE(reply.text, std::string("Hi"));
        QCOMPARE(reply.reasoning, std::string("hm"));
        QCOMPARE(reply.finish, Finish::Length);
        QVERIFY((reply.usage == Usage{10, 4, 3, std::nullopt}));
        QCOMPARE(reply.servedModel, std::string("c-1"));
    }

    void contents_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reasoning");
        QTest::addColumn<Finish>("finish");
        const auto row = [](const char* name, const char* message, const char* reason,
                            const char* text, const char* reasoning, Finish finish) {
            QTest::newRow(name) << QByteArray(message) << QByteArray(reason) << QByteArray(text)
                                << QByteArray(reasoning) << finish;
        };
        row("no reason", R"({"content":"a"})", "null", "a", "", Finish::Stop);
        row("unknown reason", R"({"content":"a"})", R"("tool_calls")", "a", "", Finish::Other);
        row("filtered", R"({"content":""})", R"("content_filter")", "", "", Finish::Filtered);
        row("refusal", R"({"content":null,"refusal":"No."})", R"("stop")", "No.", "",
            Finish::Refused);
        row("null", R"({"content":null})", R"("stop")", "", "", Finish::Stop);
        row("parts", R"({"content":[{"type":"text","text":"a"},"b",{"type":"image"},7]})",
            R"("stop")", "ab", "", Finish::Stop);
        row("second field", R"({"content":"a","reasoning_content":"","reasoning":"r"})",
            R"("stop")", "a", "r", Finish::Stop);
        row("same text twice", R"({"content":"a","reasoning_content":"r","reasoning":"r"})",
            R"("stop")", "a", "r", Finish::Stop);
        row("reasoning of a wrong kind", R"({"content":"a","reasoning":{"x":1}})", R"("stop")", "a",
            "", Finish::Stop);
        row("thinking", R"({"content":" <think>\nr\n</think>\n\na </think>"})", R"("stop")",
            "a </think>", "r", Finish::Stop);
        row("thinking in the middle", R"({"content":"a <think>r</think>"})", R"("stop")",
            "a <think>r</think>", "", Finish::Stop);
        row("thinking that was cut", R"({"content":"<think>r"})", R"("length")", "", "r",
            Finish::Length);
        row("thinking without an end", R"({"content":"<think>r"})", R"("stop")", "<think>r", "",
            Finish::Stop);
        row("thinking only", R"({"content":"<think>r</think> "})", R"("stop")", "", "r",
            Finish::Stop);
    }
    void contents() {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, reason);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reasoning);
        QFETCH(Finish, finish);
        const auto reply =
            valueOf(decodeChat(openAi(), completion(message.toStdString(), reason.toStdString())));
        QCOMPARE(QByteArray::fromStdString(reply.text), text);
        QCOMPARE(QByteArray::fromStdString(reply.reasoning), reasoning);
        QCOMPARE(reply.finish, finish);
    }

    void mendsAndMarks() {
        const auto bytes = valueOf(decodeChat(openAi(), completion("{\"content\":\"a\xFF\"}")));
        QCOMPARE(bytes.text, std::string("a\xEF\xBF\xBD"));
        QCOMPARE(bytes.marks, marks::repairedUtf8);
        const auto lone = valueOf(decodeChat(openAi(), completion(R"({"content":"\ud83d"})")));
        QCOMPARE(lone.text, std::string("\xEF\xBF\xBD"));
        QCOMPARE(lone.marks, marks::loneSurrogate);
        const auto nan =
            valueOf(decodeChat(openAi(), completion(R"({"content":"a","logprob":NaN})")));
        QCOMPARE(nan.text, std::string("a"));
        QCOMPARE(nan.marks, marks::notFinite);
    }
    void countsThatAreNone() {
        const auto reply = valueOf(decodeChat(
            openAi(), R"({"choices":[{"message":{"content":"a"}}],"usage":{"prompt_tokens":-1,)"
                      R"("completion_tokens":1.5,"prompt_tokens_details":[],)"
                      R"("completion_tokens_details":{"reasoning_tokens":"7"}}})"));
        QVERIFY(reply.usage == Usage{});
    }

    void unreadable_data() {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, Dialect dialect, const QByteArray& body,
                            const char* says) {
            QTest::newRow(name) << dialect << body << QByteArray(says);
        };
        row("nothing", Dialect::OpenAi, "", "is empty");
        row("a page", Dialect::OpenAi, "<html>", "not whole JSON: “<html>”");
        row("half", Dialect::OpenAi, R"({"choices":[)", "not whole JSON");
        row("deep", Dialect::OpenAi, QByteArray(1'000'000, '['), "not whole JSON");
        row("deep and closed", Dialect::OpenAi, QByteArray(5000, '[') + QByteArray(5000, ']'),
            "not whole JSON");
        row("a list", Dialect::OpenAi, "[]", "a list, not an object");
        row("no choices", Dialect::OpenAi, R"({"id":"x"})", "no choices");
        row("empty choices", Dialect::OpenAi, R"({"choices":[]})", "no choices");
        row("choices of a wrong kind", Dialect::OpenAi, R"({"choices":"a"})", "no choices");
        row("no message", Dialect::OpenAi, R"({"choices":[{}]})", "message is missing");
        row("a number", Dialect::OpenAi, R"({"choices":[{"message":{"content":7}}]})",
            "a number, not a text");
        row("an error with status 200", Dialect::OpenAi, R"({"error":{"message":"no GPU"}})",
            "no GPU");
        row("no content", Dialect::Anthropic, R"({"type":"message"})", "content is missing");
        row("error", Dialect::Anthropic,
            R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
            "Overloaded");
    }
    void unreadable() {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, says);
        const auto reply =
            decodeChat(dialect == Dialect::OpenAi ? openAi() : anthropic(),
                       std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::Corrupt);
        QVERIFY2(reply.error().message.find(says.toStdString()) != std::string::npos,
                 reply.error().message.c_str());
        QVERIFY(reply.error().message.size() < 400);
    }

    void streamsOpenAi() {
        std::string pieces;
        const auto reply = valueOf(
            streamed(openAi(),
                     {chunk(R"({"role":"assistant","content":""})"),
                      chunk(R"({"reasoning":"h"})"),
                      chunk(R"({"reasoning":"m"})"),
                      chunk(R"({"content":"H"})"),
                      {"", R"({"choices":[{"index":1,"delta":{"content":"other"}}]})"},
                      chunk(R"({"content":"i"})"),
                      chunk("{}", R"("length")"),
                      {"", R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}})"},
                      {"", "[DONE]"}},
                     &pieces));
        QCOMPARE(reply.text, std::string("Hi"));
        QCOMPARE(pieces, reply.text);
        QCOMPARE(reply.reasoning, std::string("hm"));
        QCOMPARE(reply.finish, Finish::Length);
        QCOMPARE(reply.servedModel, std::string("m-1"));
        QVERIFY((reply.usage == Usage{9, 4, std::nullopt, std::nullopt}));
    }
    void streamsAnthropic() {
        std::string pieces;
        const auto reply = valueOf(streamed(
            anthropic(),
            {{"message_start", R"({"type":"message_start","message":{"model":"c-1","usage":)"
                               R"({"input_tokens":5,"cache_read_input_tokens":3,)"
                               R"("output_tokens":1}}})"},
             {"content_block_start", R"({"type":"content_block_start","content_block":)"
                                     R"({"type":"text","text":""}})"},
             {"ping", R"({"type":"ping"})"},
             {"content_block_delta", R"({"type":"content_block_delta","delta":)"
                                     R"({"type":"thinking_delta","thinking":"hm"}})"},
             {"content_block_delta", R"({"type":"content_block_delta","delta":)"
                                     R"({"type":"text_delta","text":"H"}})"},
             {"content_block_delta", R"({"type":"content_block_delta","delta":)"
                                     R"({"type":"text_delta","text":"i"}})"},
             {"message_delta", R"({"type":"message_delta","delta":{"stop_reason":"refusal"},)"
                               R"("usage":{"output_tokens":4}})"},
             {"message_stop", R"({"type":"message_stop"})"}},
            &pieces));
        QCOMPARE(reply.text, std::string("Hi"));
        QCOMPARE(pieces, reply.text);
        QCOMPARE(reply.reasoning, std::string("hm"));
        QCOMPARE(reply.finish, Finish::Refused);
        QVERIFY((reply.usage == Usage{8, 4, 3, std::nullopt}));
    }
    void streamsThatEnd() {
        // Without [DONE], but with a reason; then in the middle.
        QCOMPARE(valueOf(streamed(openAi(), {chunk(R"({"content":"a"})", R"("stop")")})).text,
                 std::string("a"));
        const auto cut = streamed(openAi(), {chunk(R"({"content":"a"})")});
        QVERIFY(!cut && says(cut.error(), "in the middle"));
        QVERIFY(!streamed(anthropic(), {}));
        // What comes after the end is not looked at.
        StreamedReply reply(openAi());
        VERIFY_OK(reply.add({"", "[DONE]"}));
        QVERIFY(reply.complete());
        VERIFY_OK(reply.add({"", "garbage"}));
    }
    void streamsThatFail() {
        StreamedReply reply(openAi());
        VERIFY_OK(reply.add(chunk(R"({"content":"a"})")));
        const auto told =
            reply.add({"", R"({"error":{"message":"no room","code":429,"type":"t"}})"});
        QVERIFY(!told && says(told.error(), "no room"));
        QVERIFY((reply.serverError() == WireError{"no room", "429", "t"}));
        StreamedReply other(anthropic());
        QVERIFY(!other.add(
            {"error", R"({"type":"error","error":{"type":"overloaded_error","message":"x"}})"}));
        QCOMPARE(other.serverError()->type, std::string("overloaded_error"));
        StreamedReply broken(openAi());
        QVERIFY(!broken.add({"", "{"}) && !broken.serverError());
        QVERIFY(!broken.add({"", "7"}) && !broken.serverError());
        QVERIFY(!broken.add(chunk(R"({"content":{}})")));
    }
};

QTEST_APPLESS_MAIN(TestDialect)
#include "tst_dialect.moc"
