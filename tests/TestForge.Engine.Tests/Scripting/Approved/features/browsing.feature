Feature: Browsing
  People find their way through the shop.

  @smoke @case:home-works
  Scenario: The home page works
    A page that does not load loses every visitor.

    Given the Home page is open
    Then the server answers with 200
    And the page is called Sample Shop
    And the heading is shown
    And the offer is shown
    And no other site may frame it
    And the console has no new error
    And no further request fails
    And nothing is loaded without encryption
    And it is fast enough
    And axe-core finds nothing
    And its links resolve

  @smoke @case:missing
  Scenario: A page that is not there says so
    Given the Sign in page is open
    Then the console is clean
    And all requests succeed
    When the user opens an address that is not there
    Then the server answers with 404
    And the address stays

  @smoke @case:narrow
  Scenario: The home page fits a phone
    Given a phone's screen
    When the user opens the Home page
    Then the page fits
    When the user clicks Empty basket
    Then nothing is deleted
    When the user clicks Show me
    Then Thanks is shown

  @smoke @case:products-open
  Scenario: The Products link leads to the products
    Given the Home page is open
    When the user clicks the Products link
    Then the address is /products
    When the user goes back
    Then the address is the home page's
    When the user clicks the Products link
    And the user adds the cake
    Then the message says so

  @smoke @case:stock
  Scenario: The stock adds up
    Given the Stock page is open
    Then the address is like it
    And the total is the sum
    And the stock is answered
    And the stock is answered at all
    And the prices are in order
    And each price is in pounds
    When the user notes the order
    And the user notes the total
    Then the order has the number
    When the user chooses a day
    Then the day is three days later
    When the user chooses the last day
    And the user chooses a size
    Then the size is chosen
    When the user types an item
    And the user clicks the total twice
    And the user stores it
    Then it is shown
    And it is listed
    And the total is another
    When the user presses Escape
    And the user loads the page again
    Then it is gone
    And it is not listed
