// One line to run every command and to find every application, by typing.
#pragma once

#include <QDialog>
#include <QTimer>

#include <functional>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace countersign {

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    struct Entry {
        QString text;
        QString aside; ///< at the right: a key, a state
        std::function<void()> run;
    };
    explicit CommandPalette(QList<Entry> commands, QWidget *parent = nullptr);

    /// What was found for searchRequested(text); shown above the commands. Answers to an older text are dropped.
    void setFound(const QString &text, const QList<Entry> &found);
    bool isSearching() const { return m_searching; }

Q_SIGNALS:
    void searchRequested(const QString &text); ///< at least three characters, typed 200 ms ago

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void runCurrent();
    void move(int step);

    const QList<Entry> m_commands;
    QList<Entry> m_found;
    QList<Entry> m_shown;
    bool m_searching = false; ///< an answer is awaited
    QLineEdit *m_edit = nullptr;
    QListWidget *m_list = nullptr;
    QTimer m_pause;
};

} // namespace countersign
