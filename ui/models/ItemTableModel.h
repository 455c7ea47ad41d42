// A table of items that arrive page by page; what is shown of each is for those who inherit to say.
#pragma once

#include "core/base/Page.h"
#include "ui/models/CellRoles.h"

#include <QAbstractTableModel>

#include <algorithm>

namespace countersign {

/// `Item` has an `id`.
template <class Item>
class ItemTableModel : public QAbstractTableModel {
public:
    using ItemId = decltype(Item::id);
    using QAbstractTableModel::QAbstractTableModel;

    void setFirst(const Page<Item> &page) ///< replaces everything
    {
        beginResetModel();
        m_items = page.items;
        endResetModel();
    }
    void append(const Page<Item> &page)
    {
        QList<Item> fresh; // what moved between two pages is shown once
        for (const Item &item : page.items)
            if (rowOf(item.id) < 0)
                fresh.append(item);
        if (fresh.isEmpty())
            return;
        beginInsertRows({}, int(m_items.size()), int(m_items.size() + fresh.size()) - 1);
        m_items += fresh;
        endInsertRows();
    }
    void update(const Item &item) ///< the row with its id, when it is here
    {
        const int row = rowOf(item.id);
        if (row < 0)
            return;
        m_items[row] = item;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    const QList<Item> &items() const { return m_items; }
    const Item *at(const QModelIndex &index) const ///< null for no row
    {
        return index.isValid() && index.row() < m_items.size() ? &m_items[index.row()] : nullptr;
    }
    int rowOf(const ItemId &id) const ///< -1 when it is not here
    {
        const auto found =
            std::find_if(m_items.begin(), m_items.end(), [&id](const Item &item) { return item.id == id; });
        return found == m_items.end() ? -1 : int(found - m_items.begin());
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(headings().size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Item *item = at(index);
        if (!item)
            return {};
        switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return text(*item, index.column());
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(headings().value(index.column()), text(*item, index.column()));
        default:
            return look(*item, index.column(), role);
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignVCenter | Qt::AlignLeft);
        return role == Qt::DisplayRole ? QVariant(headings().at(section)) : QVariant();
    }

protected:
    virtual QStringList headings() const = 0; ///< of the columns
    virtual QString text(const Item &item, int column) const = 0;
    virtual QVariant look(const Item &item, int column, int role) const = 0; ///< the other roles

private:
    QList<Item> m_items;
};

} // namespace countersign
