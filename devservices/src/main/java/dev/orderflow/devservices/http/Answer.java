package dev.orderflow.devservices.http;

/** What a request is answered with. */
public sealed interface Answer permits Response, Listing {}
