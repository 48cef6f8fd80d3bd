Feature: Sign in
  Only people with an account see it.

  @smoke @case:account
  Scenario: A member sees the account
    Given the Account page is open
    Then it greets the member

  @smoke @signed-out @case:stranger
  Scenario: A stranger is asked to sign in
    Given the Account page is asked for
    Then the Sign in page is shown
    When the user fills the email
    And the user fills a wrong password
    And the user signs in
    Then the user is told
