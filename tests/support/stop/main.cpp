// Stops the PostgreSQL of the tests after the last of them.
#include "tests/support/TestCluster.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    return countersign::TestCluster::stop() ? 0 : 1;
}
