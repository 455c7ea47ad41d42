#include "app/daemon/DemoSeed.h"

namespace countersign {

namespace {

struct DemoUser {
    const char *email;
    const char *name;
    Role role;
};
constexpr std::array kUsers{
    DemoUser{"admin@demo.example", "Vera Admin", Role::Admin},
    DemoUser{"admin2@demo.example", "Bojan Admin", Role::Admin},
    DemoUser{"senior@demo.example", "Milena Ilić", Role::SeniorAnalyst},
    DemoUser{"senior2@demo.example", "Goran Savić", Role::SeniorAnalyst},
    DemoUser{"analyst@demo.example", "Jelena Marković", Role::Analyst},
    DemoUser{"analyst2@demo.example", "Nikola Đurić", Role::Analyst},
    DemoUser{"readonly@demo.example", "Ana Pregled", Role::Readonly},
    DemoUser{"api@demo.example", "Branch system", Role::ApiConsumer},
};

} // namespace

Result<void> seedDemo(const BootstrapService &bootstrap, Passwords &passwords, const QString &password,
                      const std::optional<ModelBundle> &model)
{
    const Currency dinar = *Currency::fromCode(u"RSD");
    const auto tenant = bootstrap.ensureTenant({QStringLiteral("demo"), QStringLiteral("Demo bank"), dinar,
                                                QStringLiteral("sr-Latn-RS"), QStringLiteral("Europe/Belgrade")});
    if (!tenant)
        return tenant.error();
    // One hash for all: each takes a tenth of a second on purpose, and they all have the same password.
    const auto hash = passwords.hash(password);
    if (!hash)
        return hash.error();
    for (const DemoUser &user : kUsers) {
        const NewUser fresh{QLatin1String(user.email), QString::fromUtf8(user.name), user.role, *hash, false};
        if (auto made = bootstrap.ensureUser(*tenant, fresh); !made)
            return made;
    }
    if (auto made = bootstrap.ensurePolicy(*tenant, Policy{}, dinar); !made)
        return made;
    if (!model)
        return {};
    return bootstrap.ensureModel(*tenant, model->info.bundle, model->info.featureSet, model->manifest);
}

} // namespace countersign
