// The one-time code of an authenticator app: six digits, however they are grouped.
#pragma once

#include "ui/widgets/LabeledEdit.h"

namespace countersign {

class CodeEdit : public LabeledEdit {
    Q_OBJECT

public:
    explicit CodeEdit(const QString &label, QWidget *parent = nullptr);

    QString code() const; ///< digits only
    bool isWhole() const;
    bool checkWhole(); ///< says below what is wrong when it is not
};

} // namespace countersign
