"""Who may include and link whom: arrows only point down."""
import re

from tree import CPP, Finding

CORE_AREAS = ["core/" + area for area in
              ("access", "application", "queue", "deadline", "decision", "policy", "scoring", "audit", "notify", "jobs")]
SERVER_LOW = ["core", "server/ops", "server/db"]

# folder -> folders whose files its own files may include; its own is always one of them. The longest match counts.
MAY_INCLUDE = {
    "core/base": [],
    "core/json": ["core/base"],
    **{area: CORE_AREAS + ["core/json", "core/base"] for area in CORE_AREAS},
    "core/api": ["core"],
    "server/ops": ["core"],
    "server/privacy": ["core"],
    "server/db": ["core", "server/ops"],
    "server/repo": SERVER_LOW + ["server/privacy"],
    "server/auth": SERVER_LOW + ["server/repo"],
    "server/audit": ["core"],
    "server/ml": SERVER_LOW,
    "server/notify": SERVER_LOW,
    "server/service": SERVER_LOW + ["server/repo", "server/privacy", "server/auth", "server/audit", "server/ml", "server/notify"],
    "server/jobs": SERVER_LOW + ["server/repo", "server/privacy", "server/auth", "server/audit", "server/ml", "server/notify", "server/service"],
    "server/http": SERVER_LOW + ["server/repo", "server/privacy", "server/auth", "server/audit", "server/ml", "server/notify", "server/service"],
    "ui/client": ["core"],
    "ui/models": ["core", "ui/client"],
    "ui/widgets": ["core"],
    "ui/delegates": ["core", "ui/widgets", "ui/models"],
    "ui/pages": ["core", "ui/client", "ui/models", "ui/delegates", "ui/widgets"],
    "ui/shell": ["core", "ui"],
    "app": ["core", "server", "ui", "app"],
    "tests": ["core", "server", "ui", "app", "tests"],
}

# Headers of others -> folders that may include them, and in which kind of file.
FOREIGN = [
    (r"boost/(beast|asio)[/.].*", ["server/http"], True),
    (r"spdlog/.*", ["server", "app"], True),
    (r"prometheus/.*", ["server/ops"], True),
    (r"toml\+\+/.*", ["server/ops"], True),
    (r"Eigen/.*", ["server/ml"], True),
    (r"xgboost/.*", ["server/ml"], False),
    (r"libpq-fe\.h", ["server/db"], True),
    (r"curl/.*", ["server/notify"], False),
    (r"qrencode\.h", ["ui/widgets"], True),
    (r"sodium\.h", ["server/auth", "server/audit", "server/notify", "server/privacy"], True),
    (r"Q(Tcp|Udp|Ssl)\w+|QLocal(Server|Socket)|QNetwork\w+", ["server/http", "server/notify", "ui/client", "ui/shell", "app"], False),
    (r"QSql\w+", ["server/db", "ui/client"], False),
    (r"QFile|QDir|QProcess|QSettings|QSaveFile|QTemporary\w+", ["server", "ui", "app"], False),
    (r"QWidget|QPainter|QChart\w*|QApplication|QtWidgets/.*|QtCharts/.*", ["ui", "app"], False),
]
TESTED = "tests"

LIBRARY_FOLDER = {"cs_core": "core", "cs_clock": "app", "cs_daemon": "app", "cs_demo": "app", "cs_ctl": "app"}
QT_OF = {"core": {"Core"}, "server": {"Core", "Network", "Sql"},
         "ui": {"Core", "Gui", "Widgets", "Charts", "Svg", "SvgWidgets", "Network", "PrintSupport", "Sql", "DBus"}}


def folder_of(path):
    inside = [folder for folder in MAY_INCLUDE if path.startswith(folder + "/")]
    return max(inside, key=len) if inside else None


def below(path, folders):
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def check_includes(file):
    own = folder_of(file.path)
    if own is None:
        return
    for number, line in enumerate(file.lines(), 1):
        match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if not match:
            continue
        quote, header = match.groups()
        first = header.split("/")[0]
        if quote == '"' and first in ("core", "server", "ui", "app", "tests"):
            if not below(header, MAY_INCLUDE[own] + [own]):
                yield Finding(file.path, number, "%s may not include %s" % (own, header))
        elif own != TESTED:
            yield from check_foreign(file, number, own, header)


def check_foreign(file, number, own, header):
    for pattern, folders, only_cpp in FOREIGN:
        if not re.fullmatch(pattern, header):
            continue
        if not below(file.path, folders):
            yield Finding(file.path, number, "%s may not include <%s>" % (own, header))
        elif only_cpp and file.suffix == ".h":
            yield Finding(file.path, number, "<%s> is heavy: include it in a .cpp" % header)


def folder_of_library(name):
    if name in LIBRARY_FOLDER:
        return LIBRARY_FOLDER[name]
    match = re.fullmatch(r"cs_(server|ui)_(\w+)", name)
    return "%s/%s" % match.groups() if match else None


def may_link(own, other):
    if own == other or own == "app":
        return True
    allowed = MAY_INCLUDE.get(own, [])
    return below(other, allowed)


def check_links(file):
    for match in re.finditer(r"countersign_library\(\s*(\w+)([^)]*)\)|target_link_libraries\(\s*(\w+)([^)]*)\)", file.text):
        name, arguments = (match[1] or match[3]), (match[2] or match[4])
        own = folder_of_library(name)
        if own is None:
            continue
        for target in re.findall(r"\b(cs_\w+|Qt6::\w+)", arguments):
            if target.startswith("Qt6::"):
                allowed = QT_OF.get(own.split("/")[0])
                if allowed is not None and target[5:] not in allowed:
                    yield file.finding(match.start(), "%s may not link %s" % (name, target))
                continue
            other = folder_of_library(target)
            if other is not None and not may_link(own, other):
                yield file.finding(match.start(), "%s may not link %s" % (name, target))


def check(tree):
    for file in tree.files(CPP, "core/", "server/", "ui/", "app/", "tests/"):
        yield from check_includes(file)
    for file in tree.files("CMakeLists.txt"):
        yield from check_links(file)


PROOF = {
    "files": {
        "core/queue/Priority.h": '#include "core/base/Result.h"\n#include "server/db/Query.h"\n#include <QFile>\n',
        "core/base/Money.h": '#include "core/json/Fields.h"\n',
        "server/db/Query.cpp": '#include <libpq-fe.h>\n#include "server/repo/QueueRepo.h"\n',
        "server/repo/QueueRepo.cpp": "#include <libpq-fe.h>\n",
        "server/http/RequestReader.h": "#include <boost/beast/http.hpp>\n",
        "server/http/RequestReader.cpp": "#include <boost/beast/http.hpp>\n#include <QTcpServer>\n",
        "ui/widgets/Gauge.cpp": '#include "ui/client/ApiClient.h"\n#include "core/base/Money.h"\n',
        "ui/pages/queue/QueuePage.cpp": '#include "server/db/Query.h"\n#include "ui/widgets/Gauge.h"\n',
        "app/daemon/main.cpp": '#include "server/db/Query.h"\n#include <QFile>\n',
        "core/CMakeLists.txt": "countersign_library(cs_core\n  LINK Qt6::Core Qt6::Network)\n",
        "server/repo/CMakeLists.txt": "countersign_library(cs_server_repo LINK cs_server_db PRIVATE_LINK cs_server_service)\n",
    },
    "findings": [
        "core/CMakeLists.txt:1: cs_core may not link Qt6::Network",
        "core/base/Money.h:1: core/base may not include core/json/Fields.h",
        "core/queue/Priority.h:2: core/queue may not include server/db/Query.h",
        "core/queue/Priority.h:3: core/queue may not include <QFile>",
        "server/db/Query.cpp:2: server/db may not include server/repo/QueueRepo.h",
        "server/http/RequestReader.h:1: <boost/beast/http.hpp> is heavy: include it in a .cpp",
        "server/repo/CMakeLists.txt:1: cs_server_repo may not link cs_server_service",
        "server/repo/QueueRepo.cpp:1: server/repo may not include <libpq-fe.h>",
        "ui/pages/queue/QueuePage.cpp:1: ui/pages may not include server/db/Query.h",
        "ui/widgets/Gauge.cpp:1: ui/widgets may not include ui/client/ApiClient.h",
    ],
}
