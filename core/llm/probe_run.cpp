#include "core/llm/probe_run.h"

#include "core/llm/embed.h"
#include "core/text/ascii.h"
#include "core/text/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace agon::llm {
namespace {

constexpr int tokensOfATest = 256; // models that reason spend some before they answer

ChatRequest shortRequest() {
    ChatRequest out;
    out.messages = {{ChatRole::User, "Answer with the single word ready."}};
    out.sampling.maxTokens = tokensOfATest;
    return out;
}

ChatRequest structuredRequest() {
    ChatRequest out = shortRequest();
    out.messages = {{ChatRole::User, "Name a colour, and how many letters its name has."}};
    out.schemaName = "colour";
    out.schema = R"({"type":"object","properties":{"colour":{"type":"string"},)"
                 R"("letters":{"type":"integer"}},"required":["colour","letters"],)"
                 R"("additionalProperties":false})";
    return out;
}

bool keepsTheSchema(std::string_view text) {
    JsonRecord record;
    const auto root = record.parseCopy(trimmed(text));
    return root && (*root)["colour"].kind() == JsonValue::Kind::String &&
           (*root)["letters"].kind() == JsonValue::Kind::Number;
}

std::string_view finishWord(Finish finish) {
    static constexpr std::array<std::string_view, 5> words{"said all", "cut at the token limit",
                                                           "withheld by the server",
                                                           "declined by the model", "ended"};
    return words[static_cast<std::size_t>(finish)];
}

} // namespace

ProbeRun::ProbeRun(std::shared_ptr<const Endpoint> endpoint, const ProbeAccess& access,
                   const std::stop_token& stop,
                   const std::function<void(const ProbeReport&)>& changed,
                   const ProbeWishes& wishes)
    : m_endpoint(std::move(endpoint))
    , m_access(access)
    , m_stop(stop)
    , m_changed(changed)
    , m_wishes(wishes)
    , m_report(plannedProbe(*m_endpoint, wishes)) {}

Result<ProbeReport> ProbeRun::run() && {
    const bool hasKey = checkKey();
    for (const std::string& url : m_endpoint->baseUrls) {
        if (hasKey)
            TRY(server(url));
        skipRest(url);
    }
    m_report.ok = m_report.count(CheckState::Failed) == 0;
    if (m_changed)
        m_changed(m_report);
    return std::move(m_report);
}

Result<void> ProbeRun::server(const std::string& baseUrl) {
    begin("connect", baseUrl);
    const auto origin = permittedOrigin(baseUrl, *m_endpoint, m_access.allowed);
    if (!origin) {
        end("connect", baseUrl, CheckState::Failed, origin.error().text(), 0,
            "Allow this host, or correct the address.");
        return {};
    }
    if (!TRY(checkModels(baseUrl)))
        return {};
    if (m_wishes.embeddings)
        return checkEmbeddings(baseUrl);
    if (!TRY(checkCompletion(baseUrl)))
        return {};
    TRY(checkStream(baseUrl));
    return checkStructured(baseUrl);
}

bool ProbeRun::checkKey() {
    begin("key", {});
    auto key = findKey(*m_endpoint, m_access);
    if (key && !key->empty())
        if (const auto header = authorizationHeader(*m_endpoint->profile, *key); !header)
            key = tl::unexpected(header.error());
    if (!key) {
        end("key", {}, CheckState::Failed, key.error().text(), 0,
            fmt::format("Set {} before the program starts.", m_endpoint->keyName));
        return false;
    }
    if (m_endpoint->keyName.empty())
        end("key", {}, CheckState::Skipped, "none is named");
    else
        end("key", {}, CheckState::Passed, fmt::format("{} is set", m_endpoint->keyName));
    m_asker = std::make_unique<Asker>(m_endpoint, m_access, std::move(*key), m_stop);
    return true;
}

Result<bool> ProbeRun::checkModels(const std::string& baseUrl) {
    const auto answer = TRY(m_asker->get(joinUrl(baseUrl, m_endpoint->profile->modelsPath)));
    if (!answer && !answer.error().sent) {
        const bool encryption = answer.error().kind == CallFailure::Untrusted;
        if (encryption)
            end("connect", baseUrl, CheckState::Passed, "a server is there");
        endFailed(encryption ? "tls" : "connect", baseUrl, CheckState::Failed,
                  {answer.error().kind, answer.error().message}, 0);
        return false;
    }
    const double connected = answer ? answer->connected : 0;
    end("connect", baseUrl, CheckState::Passed,
        answer && answer->http2 ? "it answers in HTTP/2" : "it answers", connected);
    if (m_endpoint->insecureTls)
        end("tls", baseUrl, CheckState::Warned, "certificates are not checked", 0,
            "Name the server's CA file in SSL_CERT_FILE instead.");
    else
        end("tls", baseUrl, CheckState::Passed, "the certificate is valid");
    begin("models", baseUrl);
    if (!answer) {
        endFailed("models", baseUrl, CheckState::Failed,
                  {answer.error().kind, answer.error().message}, 0);
        return answer.error().kind != CallFailure::Unreadable; // no HTTP: nothing else will come
    }
    readModels(baseUrl, *answer, answer->seconds - connected);
    return answer->status != 401 && answer->status != 403;
}

void ProbeRun::readModels(const std::string& baseUrl, const HttpReply& reply, double seconds) {
    const std::string origin = originOf(baseUrl).value_or("the server");
    if (reply.status / 100 != 2) {
        const CallError refused = refusal(*m_endpoint, origin, reply, m_asker->key());
        const bool known = refused.kind == CallFailure::BadRequest; // some servers have no list
        endFailed("models", baseUrl, known ? CheckState::Warned : CheckState::Failed, refused,
                  seconds);
        return;
    }
    auto models = decodeModels(reply.body);
    if (!models) {
        end("models", baseUrl, CheckState::Warned,
            fmt::format("what came is no list of models: {}", models.error().text()), seconds,
            "Check that the base URL ends where the server's API begins (often in /v1).");
        return;
    }
    for (std::string& model : *models)
        takeOut(model, m_asker->key());
    const auto count = models->size();
    const std::string& wanted = m_endpoint->apiModel;
    const bool listed = std::find(models->begin(), models->end(), wanted) != models->end();
    if (m_report.models.empty())
        m_report.models = std::move(*models);
    if (listed)
        end("models", baseUrl, CheckState::Passed,
            fmt::format("{} listed, this one among them", count), seconds);
    else
        end("models", baseUrl, CheckState::Warned,
            fmt::format("{} listed, “{}” is not among them", count, snippet(wanted, 80)), seconds,
            "Choose one of the models that the server lists.");
}

Result<bool> ProbeRun::checkCompletion(const std::string& baseUrl) {
    begin("completion", baseUrl);
    const auto attempt = m_asker->chat(baseUrl, shortRequest());
    if (!attempt && attempt.error().code == ErrorCode::Cancelled)
        return cancelled();
    if (!attempt) {
        end("completion", baseUrl, CheckState::Failed, attempt.error().text());
        return false;
    }
    if (!attempt->reply) {
        endFailed("completion", baseUrl, CheckState::Failed, attempt->error, 0);
        return false;
    }
    const ChatReply& reply = *attempt->reply;
    if (isBlank(reply.text))
        end("completion", baseUrl, CheckState::Warned,
            fmt::format("an answer without text, {}", finishWord(reply.finish)), reply.seconds,
            "A model that reasons may need more tokens than this test allows.");
    else
        end("completion", baseUrl, CheckState::Passed,
            fmt::format("“{}”, {}", snippet(reply.text, 60), finishWord(reply.finish)),
            reply.seconds);
    if (reply.usage.in && reply.usage.out)
        end("usage", baseUrl, CheckState::Passed,
            fmt::format("{} in, {} out: prices can be counted", *reply.usage.in, *reply.usage.out));
    else
        end("usage", baseUrl, CheckState::Warned, "not reported: prices are estimates", 0);
    if (!m_report.reply)
        m_report.reply = reply;
    return true;
}

Result<void> ProbeRun::checkStream(const std::string& baseUrl) {
    begin("stream", baseUrl);
    ChatRequest request = shortRequest();
    request.stream = true;
    const Attempt attempt = TRY(m_asker->chat(baseUrl, std::move(request)));
    if (!attempt.reply) {
        endFailed("stream", baseUrl, CheckState::Warned, attempt.error, 0);
        return {};
    }
    if (!attempt.reply->firstToken) {
        end("stream", baseUrl, CheckState::Warned, "it answers whole", attempt.reply->seconds);
        return {};
    }
    end("stream", baseUrl, CheckState::Passed,
        fmt::format("the first token after {:.0f} ms", *attempt.reply->firstToken * 1000),
        attempt.reply->seconds);
    if (m_report.reply && !m_report.reply->firstToken)
        m_report.reply->firstToken = attempt.reply->firstToken;
    return {};
}

Result<void> ProbeRun::checkStructured(const std::string& baseUrl) {
    if (m_endpoint->profile->structured == StructuredOutput::None)
        return {};
    begin("structured", baseUrl);
    const Attempt attempt = TRY(m_asker->chat(baseUrl, structuredRequest()));
    if (!attempt.reply)
        endFailed("structured", baseUrl, CheckState::Warned, attempt.error, 0);
    else if (keepsTheSchema(attempt.reply->text))
        end("structured", baseUrl, CheckState::Passed, "a JSON schema is kept",
            attempt.reply->seconds);
    else
        end("structured", baseUrl, CheckState::Warned,
            fmt::format("the schema was not kept: “{}”", snippet(attempt.reply->text, 60)),
            attempt.reply->seconds,
            "Choose a judge prompt in plain text, or a provider without structured output.");
    return {};
}

Result<void> ProbeRun::checkEmbeddings(const std::string& baseUrl) {
    begin("embeddings", baseUrl);
    const std::array<std::string, 1> texts{"ready"};
    const HttpOutcome answer =
        TRY(m_asker->post(joinUrl(baseUrl, m_endpoint->profile->embeddingsPath),
                          encodeEmbeddings(*m_endpoint, texts)));
    if (!answer) {
        endFailed("embeddings", baseUrl, CheckState::Failed,
                  {answer.error().kind, answer.error().message}, 0);
        return {};
    }
    if (answer->status / 100 != 2) {
        endFailed(
            "embeddings", baseUrl, CheckState::Failed,
            refusal(*m_endpoint, originOf(baseUrl).value_or("the server"), *answer, m_asker->key()),
            answer->seconds);
        return {};
    }
    const auto vectors = decodeEmbeddings(answer->body, texts.size());
    if (vectors)
        end("embeddings", baseUrl, CheckState::Passed,
            fmt::format("{} dimensions", vectors->front().size()), answer->seconds);
    else
        end("embeddings", baseUrl, CheckState::Failed, vectors.error().text(), answer->seconds,
            "Check that this model is one for embeddings.");
    return {};
}

void ProbeRun::begin(std::string_view id, const std::string& baseUrl) {
    end(id, baseUrl, CheckState::Running, {});
}

void ProbeRun::end(std::string_view id, const std::string& baseUrl, CheckState state,
                   std::string detail, double seconds, std::string advice) {
    const auto check =
        std::find_if(m_report.checks.begin(), m_report.checks.end(),
                     [&](const ProbeCheck& one) { return one.id == id && one.baseUrl == baseUrl; });
    if (check == m_report.checks.end())
        return;
    check->state = state;
    check->detail = std::move(detail);
    check->advice = std::move(advice);
    check->seconds = seconds;
    if (m_changed)
        m_changed(m_report);
}

void ProbeRun::endFailed(std::string_view id, const std::string& baseUrl, CheckState state,
                         const CallError& error, double seconds) {
    std::string detail = error.message;
    takeOut(detail, m_asker->key());
    end(id, baseUrl, state, std::move(detail), seconds, adviceFor(error));
}

void ProbeRun::skipRest(const std::string& baseUrl) {
    for (ProbeCheck& check : m_report.checks)
        if (check.baseUrl == baseUrl &&
            (check.state == CheckState::Waiting || check.state == CheckState::Running)) {
            check.state = CheckState::Skipped;
            check.detail = "an earlier check failed";
        }
}

std::string ProbeRun::adviceFor(const CallError& error) const {
    switch (error.kind) {
    case CallFailure::Unreachable:
        return "Start the server, or correct the base URL.";
    case CallFailure::TimedOut:
    case CallFailure::Cut:
        return "Try again; look into the server's log if it stays so.";
    case CallFailure::Refused:
        return m_endpoint->keyName.empty()
                   ? "The server wants a key: name its environment variable."
                   : fmt::format("Check the key in {}.", m_endpoint->keyName);
    case CallFailure::Quota:
        return "Add credit with the provider, or choose another key.";
    case CallFailure::BadRequest:
        return "Check the model's name, the base URL and the provider.";
    case CallFailure::RateLimited:
        return "Wait, and lower the number of requests at once.";
    case CallFailure::Untrusted:
        return "Name the server's CA file in SSL_CERT_FILE, or correct the address.";
    case CallFailure::Unreadable:
        return "Check that the base URL ends where the server's API begins (often in /v1).";
    default:
        return "Look into the server's log.";
    }
}

} // namespace agon::llm
