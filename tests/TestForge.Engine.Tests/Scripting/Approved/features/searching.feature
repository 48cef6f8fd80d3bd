Feature: Searching
  People find what they look for.

  @smoke @case:search
  Scenario: Search finds
    Given the Home page is open
    When the user types a word
    Then the field holds it
    When the user chooses an order
    And the user ticks In stock
    And the user presses Enter
    Then the results are shown

  @smoke @case:search-required
  Scenario: Search needs words
    Given the Home page is open
    Then the search form looks as ever
    And so does the heading
    When the user clicks Find
    Then the search field is refused
    And the address stays
