# Writes every statement of ROOT/sql and every migration of ROOT/migrations into OUT as sorted tables.
file(GLOB_RECURSE statements RELATIVE ${ROOT}/sql ${ROOT}/sql/*.sql)
file(GLOB migrations RELATIVE ${ROOT}/migrations ${ROOT}/migrations/*.sql)
list(SORT statements)
list(SORT migrations)

# Brackets and semicolons mean something to CMake's lists, so each file goes through untouched as one string; MSVC's
# limit on literals does not concern us.
function(append_table VARIABLE DIR NAMES)
  list(LENGTH NAMES count)
  string(APPEND text "constexpr std::array<EmbeddedText, ${count}> k${VARIABLE}{{\n")
  foreach(name IN LISTS NAMES)
    file(READ ${ROOT}/${DIR}/${name} body)
    string(REGEX REPLACE "\\.sql$" "" key ${name})
    string(APPEND text "    {\"${key}\", R\"~sql~(${body})~sql~\"},\n")
  endforeach()
  string(APPEND text "}};\n\n")
  set(text "${text}" PARENT_SCOPE)
endfunction()

set(text "// Made by cmake/EmbedSql.cmake.\n#include \"server/db/Sql.h\"\n\nnamespace countersign::sql {\n\nnamespace {\n\n")
append_table(Statements sql "${statements}")
append_table(Migrations migrations "${migrations}")
string(APPEND text "} // namespace\n\n"
  "std::span<const EmbeddedText> statements() { return kStatements; }\n"
  "std::span<const EmbeddedText> migrationFiles() { return kMigrations; }\n\n"
  "} // namespace countersign::sql\n")
file(WRITE ${OUT} "${text}")
