// The endpoints of signing in and out.
#pragma once

namespace countersign {

class RouteTable;
class SignIn;

/// `signIn` must outlive the table.
void bindAuth(RouteTable &routes, SignIn &signIn);

} // namespace countersign
