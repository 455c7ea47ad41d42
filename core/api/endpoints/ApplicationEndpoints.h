// Applications: receiving, finding, reading, withdrawing.
#pragma once

#include "core/api/ApplicationDtos.h"
#include "core/api/CaseDtos.h"
#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<ApplicationCreate, ApplicationCreated> createApplication{
    Post, "/applications", Permission::ApplicationCreate, "Receive an application; scoring follows by itself", 201,
    kDefaultBodyLimit, Repeat::GetsTheAnswer};
inline constexpr Endpoint<BatchCreate, BatchCreated> createApplications{
    Post, "/applications/batch", Permission::ApplicationCreate, "Receive up to 500 applications, answered one by one",
    200, 8 << 20, Repeat::GetsTheAnswer};
inline constexpr Endpoint<Nothing, Page<ApplicationItem>, ApplicationQuery> listApplications{
    Get, "/applications", Permission::ApplicationView, "Applications by status, time, amount, score or search"};
inline constexpr Endpoint<Nothing, CaseDetail> getApplication{
    Get, "/applications/{id}", Access(Permission::ApplicationView).orKeyWith(Permission::DecisionView),
    "One application with score, queue entry, decisions and timeline"};
inline constexpr auto updateApplication = Endpoint<ApplicationPatch, CaseDetail>{
    Patch, "/applications/{id}", Permission::ApplicationCreate, "Correct an application that is not scored yet"}.needingVersion();
inline constexpr Endpoint<Nothing, NoteList> listNotes{
    Get, "/applications/{id}/notes", Permission::DecisionView, "Notes about a case, newest first"};
inline constexpr Endpoint<NoteCreate, NoteInfo> createNote{
    Post, "/applications/{id}/notes", Permission::DecisionCreate, "Write a note about a case; it stays as it is", 201,
    kDefaultBodyLimit, Repeat::GetsTheAnswer};
inline constexpr auto cancelApplication = Endpoint<ApplicationCancel, Nothing>{
    Delete, "/applications/{id}", Permission::ApplicationCreate, "Withdraw an application that is not decided yet",
    204}.needingVersion();

inline constexpr auto kApplicationEndpoints = std::tuple{
    &createApplication, &createApplications, &listApplications, &getApplication, &updateApplication,
    &listNotes, &createNote, &cancelApplication};

} // namespace countersign::api
