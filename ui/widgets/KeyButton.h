// A button that shows the key it answers to.
#pragma once

#include <QPushButton>

namespace countersign {

class KeyButton : public QPushButton {
    Q_OBJECT

public:
    /// key: as people write it, `Ctrl+Enter`; only shown, the shortcut itself belongs to an action.
    KeyButton(const QString &text, const QString &key, QWidget *parent = nullptr);

    void setKey(const QString &key);
    void setPrimary(bool primary);
    void setChoice(bool choice); ///< one of several: a circle stands before the text, the key at the right end

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int keyWidth() const;
    int markWidth() const;

    QString m_key;
    bool m_choice = false;
};

} // namespace countersign
