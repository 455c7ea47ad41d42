// Fills a list page by page, and says in its place why there is nothing.
#pragma once

#include "ui/client/ApiClient.h"
#include "ui/client/Sentences.h"
#include "ui/models/ItemTableModel.h"
#include "ui/pages/list/PagedTable.h"

#include <QTableView>

namespace countersign {

/// Answers to an older question are dropped. Lives in the page that asks.
template <class Item>
class ListFeed {
public:
    using Done = ApiClient::Done<Page<Item>>;
    /// Asks for the page at a cursor, for the first one without; `done` must not be called when the page has gone.
    using Ask = std::function<void(const std::optional<QString> &cursor, Done done)>;
    struct Texts {
        StatefulView::Message empty;   ///< nothing is there at all
        StatefulView::Message noMatch; ///< nothing that the filters let through
        QString failed;                ///< the title when the list cannot be had
        QString tryAgain;
    };

    ListFeed(ItemTableModel<Item> &model, PagedTable &table, Texts texts)
        : m_model(model), m_table(table), m_texts(std::move(texts))
    {
    }

    void load(Ask ask, bool filtered)
    {
        m_ask = std::move(ask);
        m_filtered = filtered;
        if (m_model.items().isEmpty())
            m_table.showLoading();
        m_ask({}, [this, generation = ++m_generation](const Result<Page<Item>> &answer) {
            if (generation == m_generation)
                showFirst(answer);
        });
    }
    void more()
    {
        if (!m_cursor || std::exchange(m_asking, true))
            return;
        m_ask(m_cursor, [this, generation = m_generation](const Result<Page<Item>> &answer) {
            m_asking = false;
            if (generation != m_generation)
                return;
            if (!answer) // the button stays: it can be pressed again
                return m_table.sayMoreFailed(sentenceFor(answer.error()));
            m_model.append(*answer);
            count(*answer);
        });
    }
    void clear() ///< what was shown to somebody else
    {
        ++m_generation;
        m_cursor.reset();
        m_asking = false;
        m_model.setFirst({});
    }
    bool isFiltered() const { return m_filtered; }

private:
    void showFirst(const Result<Page<Item>> &answer)
    {
        m_asking = false;
        if (!answer) {
            m_model.setFirst({});
            m_table.showMessage({m_texts.failed, sentenceFor(answer.error()), m_texts.tryAgain});
            return;
        }
        const Item *before = m_model.at(m_table.table()->currentIndex());
        const auto id = before ? std::optional(before->id) : std::nullopt;
        m_model.setFirst(*answer);
        count(*answer);
        if (answer->items.isEmpty())
            return m_table.showMessage(m_filtered ? m_texts.noMatch : m_texts.empty);
        m_table.showRows();
        m_table.select(id ? std::max(0, m_model.rowOf(*id)) : 0);
    }
    void count(const Page<Item> &page)
    {
        m_cursor = page.nextCursor;
        m_table.setCount({m_model.items().size(), page.total, page.totalIsExact, page.nextCursor.has_value()});
    }

    ItemTableModel<Item> &m_model;
    PagedTable &m_table;
    const Texts m_texts;
    Ask m_ask;
    std::optional<QString> m_cursor;
    int m_generation = 0;
    bool m_asking = false;
    bool m_filtered = false;
};

} // namespace countersign
