namespace BounceBoard.Mail.Reading.Logs;

/// <summary>
/// What was made of the texts that a log repeats: servers, pools, domains, replies. Bounded: one place for each hash, and the text that came last has it, so
/// that a log without repetitions costs one comparison more and no memory.
/// </summary>
/// <param name="make">Gives the same for the same text, always.</param>
internal sealed class Remembered<T>(Func<string, T> make)
{
    /// <summary>Places: as many different texts as a log has in a short while; a longer text is not kept.</summary>
    private const int Places = 4096, Longest = 512;

    private (string? Text, T Made)[]? _places;

    public T Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return make(text.ToString());
        }
        ref var place = ref (_places ??= new (string?, T)[Places])[string.GetHashCode(text) & (Places - 1)];
        if (place.Text is null || !text.SequenceEqual(place.Text))
        {
            var own = text.ToString();
            place = (own, make(own));
        }
        return place.Made;
    }
}
