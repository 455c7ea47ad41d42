// The endpoints of signing in and out, and of the own account.
#pragma once

namespace countersign {

class AccountService;
class RouteTable;
class SecondFactorService;
class SignInService;
class StepUpService;

/// The services must outlive the table.
void bindAuth(RouteTable &routes, const SignInService &signIn);
void bindAccount(RouteTable &routes, const AccountService &accounts);
void bindSecondFactor(RouteTable &routes, const SecondFactorService &factors);
void bindStepUp(RouteTable &routes, const StepUpService &stepUps);

} // namespace countersign
