#include "core/exchange/row_feed.h"

#include "core/text/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

namespace agon::exchange {
namespace {

constexpr std::size_t worthKnowing = 32;                    // a shorter text is a name or a number
constexpr std::int64_t keptLength = std::int64_t{64} << 10; // a longer row's memory is not kept

void findTexts(JsonValue value, std::vector<std::string_view>& out) {
    if (const auto text = value.string()) {
        if (text->size() >= worthKnowing)
            out.push_back(*text);
        return;
    }
    if (value.kind() == JsonValue::Kind::Array)
        value.eachElement([&](JsonValue element) { findTexts(element, out); });
    else
        value.eachMember([&](std::string_view, JsonValue member) { findTexts(member, out); });
}

void describe(const std::vector<std::string_view>& texts, std::vector<TextFacts>& out) {
    out.clear();
    for (const std::string_view text : texts)
        out.push_back(factsOf(text));
    std::ranges::sort(out, {}, [](const TextFacts& facts) { return facts.text.data(); });
}

} // namespace

RowFeed::RowFeed(RecordSplitter::Read read, RowShape shape, const RowImporter& importer)
    : m_splitter(std::move(read), shape.layout)
    , m_shape(shape)
    , m_importer(importer)
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

RowFeed::~RowFeed() = default; // the thread, which comes last, stops and ends first

void RowFeed::parseCells(const RawRecord& record, FedRow& fed) const {
    const Repaired repaired = repairText(record.bytes);
    fed.row.marks = repaired.marks();
    fed.cells = csvFields(repaired.text(), m_delimiter);
    fed.row.cells = fed.cells;
    if (fed.cells.size() != m_shape.columns)
        fed.problem = fmt::format("the row has {} fields, but there are {} columns",
                                  fed.cells.size(), m_shape.columns);
    std::vector<std::string_view> texts;
    for (const std::string& cell : fed.cells)
        if (cell.size() >= worthKnowing)
            texts.emplace_back(cell);
    describe(texts, fed.facts);
}

void RowFeed::parseJson(const RawRecord& record, FedRow& fed) const {
    fed.bytes.assign(record.bytes.begin(), record.bytes.end());
    fed.bytes.resize(record.bytes.size() + RecordSplitter::padding);
    const auto json = fed.record.parse({fed.bytes.data(), record.bytes.size()});
    if (!json) {
        fed.problem = json.error().text();
        return;
    }
    if (json->kind() != JsonValue::Kind::Object) {
        fed.problem = "the record is not a JSON object";
        return;
    }
    fed.row.json = *json;
    fed.row.record = &fed.record;
    fed.row.marks = fed.record.marks();
    std::vector<std::string_view> texts;
    findTexts(*json, texts);
    describe(texts, fed.facts);
}

void RowFeed::read(const RawRecord& record, FedRow& fed) {
    fed.draft.reset();
    fed.row = {};
    fed.row.line = record.line;
    fed.row.offset = record.offset;
    fed.row.length = static_cast<std::int64_t>(record.bytes.size());
    fed.problem = record.problem;
    if (!record.problem.empty())
        return;
    fed.row.number = ++m_number;
    if (m_shape.layout == Layout::Table)
        parseCells(record, fed);
    else
        parseJson(record, fed);
    if (!fed.problem.empty())
        return;
    fed.row.facts = fed.facts;
    auto draft = m_importer.draft(fed.row);
    if (!draft) {
        fed.problem = draft.error().text();
        return;
    }
    fed.draft = std::move(*draft);
    fed.row.draft = fed.draft.get();
}

// A hostile file may ask for more memory than there is.
void RowFeed::fill(Batch& batch) {
    try {
        fillOrThrow(batch);
    } catch (const std::exception&) {
        batch.error = Error{ErrorCode::Io, "there is not enough memory for what comes next in it"};
        batch.last = true;
    }
}

void RowFeed::fillOrThrow(Batch& batch) {
    batch.count = 0;
    batch.bytes = 0;
    batch.error.reset();
    for (RawRecord record; batch.bytes < batchBytes; batch.bytes += record.bytes.size() + 1) {
        const Result<bool> more = m_splitter.next(record);
        if (!more)
            batch.error = more.error();
        batch.last = !more || !*more;
        if (batch.last)
            break;
        if (m_shape.layout == Layout::Table && m_delimiter == 0) {
            m_delimiter = delimiterOf(record.bytes);
            continue;
        }
        if (batch.count == batch.rows.size())
            batch.rows.emplace_back();
        read(record, batch.rows[batch.count]);
        ++batch.count; // a row that could not be read to its end is none
    }
    batch.bytesRead = m_splitter.bytesRead();
}

bool RowFeed::hasRoom() const {
    std::size_t bytes = m_atHand;
    for (const Batch& batch : m_full)
        bytes += batch.bytes;
    return bytes == 0 || (m_full.size() < waiting && bytes < (waiting + 1) * batchBytes);
}

void RowFeed::run(const std::stop_token& stop) {
    for (bool last = false; !last;) {
        Batch batch;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return hasRoom(); }))
                return;
            if (!m_spent.empty()) {
                batch = std::move(m_spent.back());
                m_spent.pop_back();
            }
        }
        fill(batch);
        last = batch.last;
        {
            const std::scoped_lock lock(m_mutex);
            m_full.push_back(std::move(batch));
        }
        m_changed.notify_all();
    }
}

// Hands the caller's batch back and takes the next.
void RowFeed::exchange() {
    for (std::size_t i = 0; i < m_batch.count; ++i)
        if (m_batch.rows[i].row.length > keptLength)
            m_batch.rows[i] = {};
    std::unique_lock lock(m_mutex);
    m_spent.push_back(std::move(m_batch));
    m_atHand = 0;
    if (m_full.empty()) // it may wait until nothing is left
        m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_full.empty(); });
    m_batch = std::move(m_full.front());
    m_full.pop_front();
    m_atHand = m_batch.bytes;
    m_next = 0;
    if (m_full.size() <= waiting / 2) // waking it for each batch costs more than reading one
        m_changed.notify_all();
}

Result<const FedRow*> RowFeed::next() {
    while (m_next == m_batch.count) {
        if (m_batch.error)
            return tl::unexpected<Error>(*m_batch.error);
        if (m_batch.last)
            return nullptr;
        exchange();
    }
    return &m_batch.rows[m_next++];
}

} // namespace agon::exchange
