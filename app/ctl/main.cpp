// countersignctl: what operators do from the command line.
#include "app/Version.h"
#include "app/ctl/Commands.h"

#include <QCoreApplication>

#include <cstdio>

using namespace countersign;

namespace {

int usage(int status)
{
    std::FILE *out = status == 0 ? stdout : stderr;
    std::fprintf(out, "Usage: countersignctl COMMAND [ARGUMENTS]\n\n");
    for (const Command &command : commands())
        std::fprintf(out, "  %-38s %s\n", command.synopsis, command.summary);
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments().mid(1);
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help") || arguments.first() == QLatin1String("-h"))
        return usage(arguments.isEmpty() ? 2 : 0);
    if (arguments.first() == QLatin1String("--version")) {
        std::printf("countersignctl %s\n", kVersion);
        return 0;
    }
    const Command *command = findCommand(arguments.first());
    if (!command) {
        std::fprintf(stderr, "countersignctl: there is no command '%s'\n", qPrintable(arguments.first()));
        return usage(2);
    }
    if (arguments.contains(QStringLiteral("--help")) && !command->showsOwnHelp) {
        std::printf("Usage: countersignctl %s\n  %s\n", command->synopsis, command->summary);
        return 0;
    }
    const auto status = command->run(arguments.mid(1));
    if (status)
        return *status;
    std::fprintf(stderr, "countersignctl: %s\n", qPrintable(status.error().detail));
    for (const FieldError &fault : status.error().fields)
        std::fprintf(stderr, "  %s: %s\n", qPrintable(fault.path), qPrintable(fault.message));
    return status.error().reason == QLatin1String("usage") ? 2 : 1;
}
