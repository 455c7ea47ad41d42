#include "ui/shell/CommandPalette.h"

#include "core/application/SearchText.h"
#include "ui/shell/PaletteDelegate.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kPauseMs = 200;
constexpr int kLeastToSearch = 3; ///< characters; the daemon finds nothing with fewer

} // namespace

CommandPalette::CommandPalette(QList<Entry> commands, QWidget *parent) : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_commands(std::move(commands))
{
    setWindowTitle(tr("Search or run a command"));
    setProperty("look", "palette"); // without a frame of the desktop's
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(tr("Command, applicant or application number"));
    m_edit->setAccessibleName(windowTitle());
    m_list = new QListWidget(this);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    resize(560, 430);
    m_edit->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchRequested(m_edit->text().trimmed()); });
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found.clear();
        m_searching = text.trimmed().size() >= kLeastToSearch;
        fill();
        if (m_searching)
            m_pause.start();
        else
            m_pause.stop();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    fill();
}

void CommandPalette::setFound(const QString &text, const QList<Entry> &found)
{
    if (text != m_edit->text().trimmed())
        return;
    m_found = found;
    m_searching = false;
    fill();
}

void CommandPalette::fill()
{
    const QString term = searchTerm(m_edit->text());
    m_shown = m_found;
    for (const Entry &command : m_commands)
        if (searchTerm(command.text).contains(term))
            m_shown.append(command);
    m_list->clear();
    for (const Entry &entry : m_shown) {
        auto *item = new QListWidgetItem(entry.text, m_list);
        item->setData(PaletteDelegate::AsideRole, entry.aside);
    }
    if (m_shown.isEmpty()) {
        auto *item = new QListWidgetItem(m_searching ? tr("Searching …") : tr("Nothing found"), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const auto run = m_shown[row].run;
    accept(); // first: what runs may open a window of its own
    run();
}

void CommandPalette::move(int step)
{
    const int rows = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + step + rows) % rows);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            move(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace countersign
