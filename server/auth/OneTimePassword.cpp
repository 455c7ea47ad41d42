#include "server/auth/OneTimePassword.h"

#include <sodium.h>

namespace countersign {

namespace {

constexpr char kCharacters[] = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr int kGroups = 4;
constexpr int kGroupLength = 5;

} // namespace

QString makeOneTimePassword()
{
    QString password;
    for (int i = 0; i < kGroups * kGroupLength; ++i) {
        if (i > 0 && i % kGroupLength == 0)
            password += QLatin1Char('-');
        password += QLatin1Char(kCharacters[randombytes_uniform(sizeof kCharacters - 1)]);
    }
    return password;
}

} // namespace countersign
