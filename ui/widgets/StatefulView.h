// A place that is loading, empty, broken or full: every page shows its content through one.
#pragma once

#include <QStackedWidget>
#include <QTimer>

class QLabel;
class QPushButton;

namespace countersign {

class StatefulView : public QStackedWidget {
    Q_OBJECT

public:
    explicit StatefulView(QWidget *content, QWidget *parent = nullptr);

    struct Message {
        QString title;
        QString text;
        QString action; ///< the one thing to do about it; empty: nothing
    };

    void showLoading(); ///< what is there stays for 300 ms; then a quiet sign
    void showContent();
    void showMessage(const Message &message);
    bool isShowingContent() const;

Q_SIGNALS:
    void actionTriggered();

private:
    QWidget *makeMessagePage();

    QWidget *const m_content;
    QWidget *m_message = nullptr;
    QLabel *m_loading = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QTimer m_delay;
};

} // namespace countersign
