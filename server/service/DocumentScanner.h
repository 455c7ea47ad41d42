// The program that looks for malware in files, when one is configured.
#pragma once

#include "core/application/DocumentKind.h"
#include "core/base/Result.h"

#include <QStringList>

#include <chrono>

namespace countersign {

struct ScannerSettings {
    QStringList command; ///< program and arguments, run without a shell; empty: files are not scanned
    std::chrono::seconds limit{60};
};

/// The program reads the file from its standard input, so that nothing readable reaches a disk, and says by its exit code
/// what it found: 0 nothing, 1 malware, anything else that it could not say (as clamscan and clamdscan do).
class DocumentScanner {
public:
    explicit DocumentScanner(ScannerSettings settings = {}) : m_settings(std::move(settings)) {}

    bool isOn() const { return !m_settings.command.isEmpty(); }

    /// Clean or Infected. Unavailable (`scanner_failed`) when the program cannot be started, takes too long or does not say.
    /// Waits for it; from every thread.
    Result<DocumentScan> scan(const QByteArray &content) const;

private:
    const ScannerSettings m_settings;
};

} // namespace countersign
