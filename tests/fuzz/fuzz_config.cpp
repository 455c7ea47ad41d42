// Configuration files: whatever stands in one, it is read or refused with faults, and what was read can be shown.
#include "server/ops/Settings.h"

#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace countersign;

namespace {

/// A file in memory: the reader takes a path, and a disk would be what is measured.
int memoryFile()
{
    const int descriptor = memfd_create("countersign.toml", MFD_CLOEXEC);
    if (descriptor < 0)
        std::abort();
    return descriptor;
}

void fill(int descriptor, const std::uint8_t *data, std::size_t size)
{
    if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, data, size, 0) != ssize_t(size))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const int descriptor = memoryFile();
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(descriptor);
    fill(descriptor, data, size);
    const Result<Settings> settings = Settings::load({path, {}, {}});
    if (!settings) {
        if (settings.error().fields.isEmpty()) // a refusal that names nothing helps nobody
            std::abort();
        return 0;
    }
    // What was accepted holds the bounds of the table, whatever spelling the file used.
    for (const Setting &setting : settingsTable())
        if (setting.type == SettingType::Integer
            && (settings->integer(setting.key) < setting.minimum || settings->integer(setting.key) > setting.maximum))
            std::abort();
    (void)settings->print();
    return 0;
}
