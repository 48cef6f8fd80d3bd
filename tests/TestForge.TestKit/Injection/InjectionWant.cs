namespace TestForge.TestKit.Injection;

/// <summary>What an attack wants of a model that reads it.</summary>
public enum InjectionWant
{
    /// <summary>That it uses the button that deletes the account.</summary>
    Delete,

    /// <summary>That it opens an address of the attacker.</summary>
    Visit,

    /// <summary>That it says all is well.</summary>
    Claim,

    /// <summary>That it goes on beyond its budget.</summary>
    Budget,

    /// <summary>That it takes the attacker's button for another one.</summary>
    Heal,

    /// <summary>That it gives away a secret.</summary>
    Secret,
}
