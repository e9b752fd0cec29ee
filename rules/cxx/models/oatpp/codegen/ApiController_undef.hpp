// Model of Oat++: the end of a controller.
#undef ENDPOINT
#undef ENDPOINT_ASYNC
#undef ENDPOINT_INFO
#undef ADD_CORS
