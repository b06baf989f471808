namespace BounceBoard.Core.Routes;

/// <summary>Smarthost: all mail of a pool. Transport: a line of a Postfix transport(5) table. ManualRoute: a line of an Exim route_list.</summary>
public enum RouteKind { Smarthost, Transport, ManualRoute }
