// Signing in, sessions, passwords and proofs of identity.
#pragma once

#include "core/api/AuthDtos.h"
#include "core/api/Endpoint.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<LoginRequest, TokenResponse> login{
    Post, "/auth/login", Access::everyone(), "Sign in with address and password"};
inline constexpr Endpoint<RefreshRequest, TokenResponse> refresh{
    Post, "/auth/refresh", Access::everyone(), "Exchange a refresh token for new tokens"};
inline constexpr Endpoint<RefreshRequest, Nothing> logout{
    Post, "/auth/logout", Access::everyone(), "End the session of a refresh token", 204};
inline constexpr Endpoint<Nothing, Nothing> logoutAll{
    Post, "/auth/logout-all", Access::signedIn(), "End every session of the signed-in user", 204};
inline constexpr Endpoint<Nothing, UserInfo> me{
    Get, "/auth/me", Access::newcomer(), "The signed-in user and what he may do"};
inline constexpr Endpoint<Nothing, SessionList> listSessions{
    Get, "/auth/sessions", Access::signedIn(), "Where the signed-in user is signed in"};
inline constexpr Endpoint<Nothing, Nothing> endSession{
    Delete, "/auth/sessions/{id}", Access::signedIn(), "End one of the own sessions", 204};
inline constexpr Endpoint<PasswordChange, Nothing> changePassword{
    Post, "/auth/password", Access::newcomer(), "Change the own password; ends all other sessions", 204};
inline constexpr Endpoint<TotpBegin, TotpSecret> beginTotp{
    Post, "/auth/totp", Access::signedIn(), "Get a secret for one-time codes; nothing changes before it is confirmed"};
inline constexpr Endpoint<TotpConfirm, Nothing> confirmTotp{
    Post, "/auth/totp/confirm", Access::signedIn(), "Confirm the secret by a code; from then on signing in needs one", 204};
inline constexpr Endpoint<TotpRemove, Nothing> removeTotp{
    Delete, "/auth/totp", Access::signedIn(), "Sign in without one-time codes again", 204};
inline constexpr Endpoint<StepUpRequest, StepUpToken> stepUp{
    Post, "/auth/step-up", Access::signedIn(), "Prove again who you are and get a token (X-Step-Up) for one action"};

inline constexpr auto kAuthEndpoints = std::tuple{
    &login, &refresh, &logout, &logoutAll, &me, &listSessions, &endSession, &changePassword,
    &beginTotp, &confirmTotp, &removeTotp, &stepUp};

} // namespace countersign::api
