#include "server/db/ClusterSettings.h"

#include <algorithm>
#include <array>

#include <unistd.h>

namespace countersign {

namespace {

struct Setting {
    const char *name;
    const char *value;
};

constexpr std::array kSettings{
    Setting{"listen_addresses", "''"},
    Setting{"unix_socket_permissions", "0700"},
    Setting{"max_connections", "200"},
    // Short statements of many clients on few cores: neither parallel plans nor compilation pay.
    Setting{"max_parallel_workers_per_gather", "0"},
    Setting{"jit", "off"},
    Setting{"random_page_cost", "1.1"},
    Setting{"work_mem", "16MB"},
    Setting{"max_wal_size", "4GB"},
    Setting{"checkpoint_timeout", "15min"},
    Setting{"wal_compression", "lz4"},
    Setting{"default_toast_compression", "lz4"},
    Setting{"timezone", "'UTC'"},
    // The log may never show a value (docs/adr/0001).
    Setting{"log_min_error_statement", "panic"},
    Setting{"log_error_verbosity", "terse"},
    Setting{"log_min_duration_statement", "-1"},
    Setting{"log_parameter_max_length_on_error", "0"},
    Setting{"log_statement", "none"},
    Setting{"logging_collector", "on"},
    Setting{"log_filename", "'postgresql-%a.log'"},
    Setting{"log_truncate_on_rotation", "on"},
    Setting{"log_timezone", "'UTC'"},
};

constexpr std::array kDurable{
    Setting{"fsync", "on"},
    Setting{"synchronous_commit", "on"},
    Setting{"full_page_writes", "on"},
};

constexpr std::array kForTests{
    Setting{"fsync", "off"},
    Setting{"synchronous_commit", "on"}, // a killed server must lose nothing here either
    Setting{"full_page_writes", "off"},
};

QByteArray megabytes(qint64 count)
{
    return QByteArray::number(count) + "MB";
}

} // namespace

QByteArray clusterSettings(const QString &socketFolder, bool durable)
{
    const qint64 memory = qint64(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE) / (1024 * 1024);
    const qint64 shared = durable ? std::clamp<qint64>(memory / 8, 128, 2048) : 128;
    QByteArray text = "# Written by Countersign at every start.\n";
    const auto add = [&text](const char *name, const QByteArray &value) { text += QByteArray(name) + " = " + value + '\n'; };
    add("unix_socket_directories", '\'' + socketFolder.toUtf8().replace('\'', "''") + '\'');
    add("shared_buffers", megabytes(shared));
    add("effective_cache_size", megabytes(std::max<qint64>(memory / 2, 256)));
    add("maintenance_work_mem", megabytes(std::clamp<qint64>(memory / 64, 32, 256)));
    for (const Setting &setting : kSettings)
        add(setting.name, setting.value);
    for (const Setting &setting : durable ? kDurable : kForTests)
        add(setting.name, setting.value);
    return text;
}

} // namespace countersign
