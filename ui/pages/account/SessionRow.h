// One place where the person is signed in.
#pragma once

#include "core/api/AuthDtos.h"

#include <QWidget>

namespace countersign {

class SessionRow : public QWidget {
    Q_OBJECT

public:
    SessionRow(const api::SessionItem &item, Instant now, QWidget *parent = nullptr);

Q_SIGNALS:
    void endRequested();
};

} // namespace countersign
